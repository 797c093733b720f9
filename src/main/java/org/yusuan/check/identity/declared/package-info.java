/** Identities that the prescribed forms declare: within a table, and between tables by code. */
@NullMarked
package org.yusuan.check.identity.declared;

import org.jspecify.annotations.NullMarked;
