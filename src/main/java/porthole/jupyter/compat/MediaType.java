package porthole.jupyter.compat;

import java.util.Locale;

/** A MIME type by its parts: {@code image/svg+xml}, {@code application/vnd.wap.wbxml}, {@code text/*}. */
public class MediaType {
    private final String group;
    private final String tree;
    private final String subtype;
    private final String suffix;

    /**
     * The parts, of which all but the first may be empty.
     *
     * @param tree {@code vnd} in {@code application/vnd.wap.wbxml}
     * @param suffix {@code xml} in {@code image/svg+xml}
     */
    protected MediaType(String group, String tree, String subtype, String suffix) {
        this.group = group.toLowerCase(Locale.ROOT);
        this.tree = tree.toLowerCase(Locale.ROOT);
        this.subtype = subtype.toLowerCase(Locale.ROOT);
        this.suffix = suffix.toLowerCase(Locale.ROOT);
    }

    /** The four parts of a name. */
    protected static String[] parts(String name) {
        String text = name.strip();
        int slash = text.indexOf('/');
        if (slash < 0) {
            return new String[] {text, "", "", ""};
        }
        String rest = text.substring(slash + 1).replaceFirst("\\s*;.*", "");
        int plus = rest.lastIndexOf('+');
        String suffix = plus < 0 ? "" : rest.substring(plus + 1);
        rest = plus < 0 ? rest : rest.substring(0, plus);
        int dot = rest.indexOf('.');
        String tree = dot < 0 ? "" : rest.substring(0, dot);
        return new String[] {text.substring(0, slash), tree, rest.substring(dot + 1), suffix};
    }

    /** What stands before the slash. */
    public String getGroup() {
        return group;
    }

    /** What stands before the subtype's first dot; empty where there is none. */
    public String getTree() {
        return tree;
    }

    /** The subtype without tree and suffix. */
    public String getSubtype() {
        return subtype;
    }

    /** What stands behind the plus sign; empty where there is none. */
    public String getSuffix() {
        return suffix;
    }

    /** Whether it has a tree. */
    public boolean hasTree() {
        return !tree.isEmpty();
    }

    /** Whether it has a subtype. */
    public boolean hasSubtype() {
        return !subtype.isEmpty();
    }

    /** Whether it has a suffix. */
    public boolean hasSuffix() {
        return !suffix.isEmpty();
    }

    /** Whether it stands for all of its group. */
    public boolean subtypeIsWildcard() {
        return subtype.equals("*");
    }

    /** Whether it stands for several types. */
    public boolean isWildcard() {
        return group.equals("*") || subtypeIsWildcard();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MediaType type && type.toString().equals(toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** The name, as {@code text/html}. */
    @Override
    public String toString() {
        String name = (hasTree() ? tree + "." : "") + subtype + (hasSuffix() ? "+" + suffix : "");
        return name.isEmpty() ? group : group + "/" + name;
    }
}
