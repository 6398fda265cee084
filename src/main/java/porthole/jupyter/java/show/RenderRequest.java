package porthole.jupyter.java.show;

import java.util.List;
import java.util.Optional;
import porthole.display.MimeBundle;

/**
 * In which forms a value is wanted.
 *
 * @param types MIME types, and ranges of them ({@code image/*})
 */
public record RenderRequest(List<String> types) {
    /** Whatever there is. */
    public static final RenderRequest ANY = new RenderRequest(List.of("*/*"));

    public RenderRequest {
        types = List.copyOf(types);
    }

    /**
     * The type to make where a rendering can make {@code offered}.
     *
     * @param offered a MIME type, or a range of them, of which one that is wanted by name is made
     * @return nothing where it is not wanted
     */
    public Optional<String> resolve(String offered) {
        if (types.stream().anyMatch(wanted -> MimeBundle.matches(wanted, offered))) {
            return Optional.of(offered);
        }
        return types.stream()
                .filter(wanted -> !wanted.endsWith("*") && MimeBundle.matches(offered, wanted))
                .findFirst();
    }
}
