/** The public REST API as the official SDK states it: operations, binding of requests, JSON of answers. */
@NullMarked
package dev.tarn.contract;

import org.jspecify.annotations.NullMarked;
