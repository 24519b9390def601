/** The rules of the house as tests; README.md of this module says what to do when one fails. */
package dev.tarn.architecture;
