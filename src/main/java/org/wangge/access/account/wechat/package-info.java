/// How do people sign in from the WeChat mini-program (微信小程序)?
@NullMarked
package org.wangge.access.account.wechat;

import org.jspecify.annotations.NullMarked;
