/** What notebooks written for BeakerX's Java kernel say to the kernel itself. */
package com.twosigma.beakerx.kernel;
