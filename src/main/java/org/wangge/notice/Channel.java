package org.wangge.notice;

/// How a notice leaves the house.
public enum Channel {
    /// A text message (短信).
    SMS,
    /// A subscribe message of the mini-program (订阅消息).
    WECHAT
}
