package org.wangge.grid;

import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// GeoJSON geometries as maps, their coordinates moved from CGCS2000 to the system a map uses.
final class GeoJson {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, Object>> GEOMETRY = new TypeReference<>() {};

    private GeoJson() {}

    static Map<String, Object> read(String json, CoordinateSystem system) {
        var geometry = JSON.readValue(json, GEOMETRY);
        if (system != CoordinateSystem.CGCS2000 && geometry.get("coordinates") instanceof List<?> coordinates) {
            geometry.put("coordinates", moved(coordinates, system));
        }
        return geometry;
    }

    private static List<?> moved(List<?> coordinates, CoordinateSystem system) {
        if (coordinates.size() == 2
                && coordinates.getFirst() instanceof Number longitude
                && coordinates.getLast() instanceof Number latitude) {
            var point =
                    new Point(longitude.doubleValue(), latitude.doubleValue(), CoordinateSystem.CGCS2000).in(system);
            return List.of(point.longitude(), point.latitude());
        }
        return coordinates.stream().map(inner -> moved((List<?>) inner, system)).toList();
    }
}
