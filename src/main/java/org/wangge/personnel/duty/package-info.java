/// The six posts of a command centre (六岗位), and whose turn it is at each.
@NullMarked
package org.wangge.personnel.duty;

import org.jspecify.annotations.NullMarked;
