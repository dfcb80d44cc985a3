/// How does a field come by its value? From a method of a controller, with nothing in between.
@NullMarked
package org.wangge.graphql.fetch;

import org.jspecify.annotations.NullMarked;
