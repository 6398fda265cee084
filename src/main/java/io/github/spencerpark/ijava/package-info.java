/**
 * What notebooks written for the kernel IJava import and call, answered by this one. The names are IJava's; see its <a
 * href="https://github.com/SpencerPark/IJava">documentation</a>.
 */
package io.github.spencerpark.ijava;
