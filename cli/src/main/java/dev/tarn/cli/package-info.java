/** The command line of the whole contract, made from the SDK's operations. Works against this server and the vendor's cloud. */
@NullMarked
package dev.tarn.cli;

import org.jspecify.annotations.NullMarked;
