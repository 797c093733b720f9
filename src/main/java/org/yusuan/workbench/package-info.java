/** The workbench: documents, their doubts and their corrections in a browser on this machine. */
@NullMarked
package org.yusuan.workbench;

import org.jspecify.annotations.NullMarked;
