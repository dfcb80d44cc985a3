package org.wangge.grid;

/// The coordinate systems in use in China. GCJ-02 is that of Tencent and Amap maps and of WeChat,
/// BD-09 that of Baidu maps. CGCS2000, in which we keep everything, and WGS-84 differ by centimetres
/// and are taken as one.
public enum CoordinateSystem {
    CGCS2000,
    WGS84,
    GCJ02,
    BD09;

    Point toWgs84(Point point) {
        return switch (this) {
            case CGCS2000, WGS84 -> point.moved(0, 0, WGS84);
            case GCJ02 -> Offsets.inverse(point, WGS84, Offsets::gcjOfWgs);
            case BD09 -> GCJ02.toWgs84(Offsets.inverse(point, GCJ02, Offsets::bdOfGcj));
        };
    }

    Point fromWgs84(Point point) {
        return switch (this) {
            case CGCS2000, WGS84 -> point.moved(0, 0, this);
            case GCJ02 -> Offsets.gcjOfWgs(point);
            case BD09 -> Offsets.bdOfGcj(Offsets.gcjOfWgs(point));
        };
    }
}
