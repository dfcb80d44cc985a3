/// How large may a document be? Its limits, and what is measured against them.
@NullMarked
package org.wangge.graphql.document;

import org.jspecify.annotations.NullMarked;
