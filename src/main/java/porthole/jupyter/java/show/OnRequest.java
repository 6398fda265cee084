package porthole.jupyter.java.show;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import porthole.display.Displayable;
import porthole.display.MimeBundle;

/**
 * A value that makes its forms as they are wanted.
 *
 * @param preferred MIME types that are made where nobody asks for any; empty for all
 * @param supported those that can be made beside these; where both are empty, any
 * @param forms makes them
 */
public record OnRequest(
        Collection<String> preferred, Collection<String> supported, Function<RenderRequest, MimeBundle> forms)
        implements Displayable {
    @Override
    public List<MimeBundle> outputs() {
        return make(preferred.isEmpty() ? RenderRequest.ANY.types() : preferred);
    }

    @Override
    public List<MimeBundle> outputs(List<String> types) {
        boolean any = preferred.isEmpty() && supported.isEmpty();
        RenderRequest wanted = new RenderRequest(types);
        return make(any || wants(wanted, preferred) || wants(wanted, supported) ? types : List.of());
    }

    private static boolean wants(RenderRequest wanted, Collection<String> offered) {
        return offered.stream().anyMatch(type -> wanted.resolve(type).isPresent());
    }

    private List<MimeBundle> make(Collection<String> types) {
        List<String> all = new ArrayList<>(types);
        all.add(MimeBundle.PLAIN);
        return List.of(forms.apply(new RenderRequest(all)));
    }
}
