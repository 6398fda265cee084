/** What libraries written for the kernel JJava implement: an extension that the kernel installs when its jar joins the class path. */
package org.dflib.jjava.jupyter;
