@org.jspecify.annotations.NullMarked
package org.wangge.personnel;
