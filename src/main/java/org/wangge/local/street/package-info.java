/// The demo street (示范市·云溪街道): a whole subdistrict grown from one seed, for one machine.
@NullMarked
package org.wangge.local.street;

import org.jspecify.annotations.NullMarked;
