/** The words that IJava gives to cells, by their full names. */
package io.github.spencerpark.ijava.runtime;
