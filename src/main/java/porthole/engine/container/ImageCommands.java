package porthole.engine.container;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import porthole.engine.answer.Image;
import porthole.engine.api.Api;
import porthole.engine.api.ApiFailure;
import porthole.engine.api.CommandLine;
import porthole.engine.api.EngineJson;
import porthole.engine.api.EngineSentences;
import porthole.engine.api.EngineSession;
import porthole.engine.api.Query;
import porthole.engine.image.Images;
import porthole.engine.sandbox.Lookup;

/** {@code docker commit}, {@code tag} and {@code rmi}. */
public final class ImageCommands {
    private final EngineSession session;
    private final Api api;
    private final Images images;
    private final Lookup lookup;

    public ImageCommands(EngineSession session, Images images) {
        this.session = session;
        this.api = session.api();
        this.images = images;
        this.lookup = new Lookup(api);
    }

    /**
     * {@code docker commit}.
     *
     * @param name the image's; empty for none
     */
    public Image commit(CommitSpec spec, String container, String name) {
        CommandLine line = new CommandLine("docker", "commit");
        spec.settings.tell(line);
        line.words(container);
        tell(name.isEmpty() ? line : line.words(name));
        ObjectNode parameters = EngineJson.object();
        spec.settings.into(parameters);
        Query path = Query.of("/commit").with("container", container);
        parameters.properties().forEach(p -> path.with(p.getKey(), p.getValue().asText()));
        spec.settings.values("--change").forEach(change -> path.with("changes", change));
        if (!name.isEmpty()) {
            String[] parts = split(name);
            path.with("repo", parts[0]).with("tag", parts[1]);
        }
        try {
            JsonNode made = api.post(path, EngineJson.object());
            session.notices()
                    .note(EngineSentences.SENTENCES.say(
                            "image.stays", name.isEmpty() ? EngineJson.text(made, "Id") : name));
            return images.find(EngineJson.text(made, "Id")).orElseThrow(() -> images.unknown(name));
        } catch (ApiFailure e) {
            if (e.status() == 404) {
                throw lookup.unknownContainer(container);
            }
            throw e.says("invalid reference") ? EngineSentences.sentence("image.bad", name) : e;
        }
    }

    public void tag(String image, String name) {
        tell(new CommandLine("docker", "tag", image, name));
        String[] parts = split(name);
        try {
            api.post(Query.of("/images/{}/tag", image).with("repo", parts[0]).with("tag", parts[1]));
        } catch (ApiFailure e) {
            throw e.status() == 404
                    ? images.unknown(image)
                    : e.says("invalid") ? EngineSentences.sentence("image.bad", name) : e;
        }
    }

    /** What was removed: {@code untagged: …} and {@code deleted: …}. */
    public List<String> remove(boolean force, boolean parents, String... names) {
        tell(new CommandLine("docker", "rmi")
                .flag("--force", force)
                .flag("--no-prune", !parents)
                .words(names));
        List<String> removed = new ArrayList<>();
        Lookup.each(names, name -> {
            try {
                Query path = Query.of("/images/{}", name).with("force", force).with("noprune", !parents);
                api.delete(path)
                        .forEach(part -> part.properties()
                                .forEach(p -> removed.add(p.getKey().toLowerCase(java.util.Locale.ROOT) + ": "
                                        + p.getValue().asText())));
            } catch (ApiFailure e) {
                if (e.status() != 404) {
                    throw e.says("is using its referenced image") || e.says("is being used by")
                            ? EngineSentences.sentence("image.busy", name, e.reason())
                            : e;
                }
                if (!force) {
                    throw images.unknown(name);
                }
            }
        });
        return List.copyOf(removed);
    }

    /** {@code registry:5000/shop/web:1} as name and tag. */
    private static String[] split(String name) {
        int colon = name.lastIndexOf(':');
        return colon <= name.lastIndexOf('/')
                ? new String[] {name, "latest"}
                : new String[] {name.substring(0, colon), name.substring(colon + 1)};
    }

    private void tell(CommandLine line) {
        session.notices().command(line.toString());
    }
}
