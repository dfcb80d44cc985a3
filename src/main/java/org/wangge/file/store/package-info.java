/// Where do files lie? In a folder, or with an object store that speaks S3.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.wangge.file.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
