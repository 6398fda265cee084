/** Libraries for cells, in IJava's words. */
package io.github.spencerpark.ijava.magics;
