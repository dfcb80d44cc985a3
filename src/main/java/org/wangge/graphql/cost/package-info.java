/// What does it cost? Known from document and variables before anything is carried out, and paid from a budget.
@NullMarked
package org.wangge.graphql.cost;

import org.jspecify.annotations.NullMarked;
