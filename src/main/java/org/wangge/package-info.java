/// Wangge (网格): a reactive GraphQL server for grassroots grid governance.
@NullMarked
package org.wangge;

import org.jspecify.annotations.NullMarked;
