/// Lists by keyset, forwards and backwards, with cursors that only their own list accepts.
@NullMarked
@NamedInterface("page")
package org.wangge.graphql.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
