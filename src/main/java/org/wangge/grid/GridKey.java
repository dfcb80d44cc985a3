package org.wangge.grid;

import java.util.ArrayList;
import java.util.List;

/// Where a grid stands in the tree: the path of stable short ids from the root, such as `1.03.2f.`.
/// All keys of a subtree lie in `[key, end)`, so that a scope is a range of a btree, for a subtree
/// of any level. The empty key is the whole tree.
public record GridKey(String path) implements Comparable<GridKey> {
    public static final GridKey WHOLE = new GridKey("");

    public GridKey {
        if (!path.isEmpty() && !path.endsWith(".")) {
            throw new IllegalArgumentException("a grid key ends with a dot: " + path);
        }
    }

    /// The first key that is not in the subtree any more ('/' follows '.', '~' follows all letters).
    public String end() {
        return path.isEmpty() ? "~" : path.substring(0, path.length() - 1) + '/';
    }

    public boolean holds(GridKey other) {
        return other.path.startsWith(path);
    }

    public GridKey child(String segment) {
        return new GridKey(path + segment + '.');
    }

    /// The keys of the grids above, from the root down, without this one.
    public List<GridKey> ancestors() {
        var ancestors = new ArrayList<GridKey>();
        for (int dot = path.indexOf('.'); dot >= 0 && dot < path.length() - 1; dot = path.indexOf('.', dot + 1)) {
            ancestors.add(new GridKey(path.substring(0, dot + 1)));
        }
        return ancestors;
    }

    /// The keys of the grids above and this one, from the root down.
    public List<GridKey> line() {
        var line = new ArrayList<>(ancestors());
        line.add(this);
        return line;
    }

    @Override
    public int compareTo(GridKey other) {
        return path.compareTo(other.path);
    }

    @Override
    public String toString() {
        return path;
    }
}
