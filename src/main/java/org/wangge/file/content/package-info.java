/// What is in a file? Its kind by what it holds, images without what the camera wrote into them.
@NullMarked
@ApplicationModule(allowedDependencies = {"refusal", "grid"})
package org.wangge.file.content;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
