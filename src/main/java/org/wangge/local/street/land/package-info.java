/// The ground: a subdistrict cut into grids within grids that tile without gap or overlap.
@NullMarked
package org.wangge.local.street.land;

import org.jspecify.annotations.NullMarked;
