package porthole.engine.volume;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import porthole.display.Listing;
import porthole.engine.answer.Mapper;
import porthole.engine.answer.Tables;
import porthole.engine.answer.Volume;
import porthole.engine.api.Api;
import porthole.engine.api.ApiFailure;
import porthole.engine.api.CommandLine;
import porthole.engine.api.EngineException;
import porthole.engine.api.EngineJson;
import porthole.engine.api.EngineSentences;
import porthole.engine.api.EngineSession;
import porthole.engine.api.ExistingNames;
import porthole.engine.api.OwnPrune;
import porthole.engine.api.Query;
import porthole.engine.flag.Force;
import porthole.engine.format.Inspection;
import porthole.engine.owner.Belongings;
import porthole.engine.owner.Owner;
import porthole.engine.sandbox.Lookup;

/**
 * The commands {@code docker volume …}. Each method tells the {@code docker} command that it equals, and throws
 * {@code EngineException} with one sentence if the engine does not answer or refuses.
 *
 * @see <a href="https://docs.docker.com/reference/cli/docker/volume/">docker volume</a>
 */
public final class Volumes {
    private final EngineSession session;
    private final Api api;

    /**
     * Makes the commands of one engine.
     *
     * @param session the connection to the engine
     */
    public Volumes(EngineSession session) {
        this.session = session;
        this.api = session.api();
    }

    /**
     * {@code docker volume ls}: lists volumes.
     *
     * @param filters {@code name=data}, {@code dangling=true}, {@code driver=local}, {@code label=…}; of one key any
     *     may hold, of several keys all must; none lists all
     * @return the volumes, by name
     * @throws EngineException if a filter is not valid
     */
    public Listing<Volume> ls(String... filters) {
        tell(new CommandLine("docker", "volume", "ls").options("--filter", List.of(filters)));
        return Tables.volumes(list(List.of(filters)));
    }

    /**
     * {@code docker volume create NAME}: makes a volume.
     *
     * @param name two or more letters, digits, {@code _}, {@code .} and {@code -}, beginning with a letter or digit;
     *     empty text to let the engine choose
     * @return the volume; the one that existed, if there was one of that name (a note says so)
     * @throws EngineException if the name is not valid
     */
    public Volume create(String name) {
        return create(name, spec -> {});
    }

    /**
     * {@code docker volume create … NAME} with flags: {@code create("data", v -> v.label("who", "me"))}.
     *
     * @param name two or more letters, digits, {@code _}, {@code .} and {@code -}, beginning with a letter or digit;
     *     empty text to let the engine choose
     * @param more sets the flags
     * @return the volume; the one that existed, if there was one of that name (a note says so)
     * @throws EngineException if the name, a flag or its value is not valid
     */
    public Volume create(String name, Consumer<VolumeSpec> more) {
        VolumeSpec spec = new VolumeSpec(name);
        more.accept(spec);
        session.notices().command(spec.commandLine());
        if (!name.isEmpty() && !name.matches("[a-zA-Z0-9][a-zA-Z0-9_.-]+")) {
            throw EngineSentences.sentence("volume.name", name);
        }
        ObjectNode body = EngineJson.object().put("Name", name);
        spec.settings.into(body);
        ObjectNode labels = body.withObject("/Labels");
        session.owner().labels().forEach(labels::put);
        boolean there =
                !name.isEmpty() && api.find(Query.of("/volumes/{}", name)).isPresent();
        Volume made = Volume.of(there ? api.post(Query.of("/volumes/create"), body) : made(body));
        if (there) {
            session.notices().note(EngineSentences.SENTENCES.say("volume.there", name));
        }
        return made;
    }

    private JsonNode made(ObjectNode body) {
        return api.make(
                Query.of("/volumes/create"),
                body,
                late -> api.delete(Query.of("/volumes/{}", EngineJson.text(late, "Name"))));
    }

    /**
     * {@code docker volume inspect}: gives the engine's own JSON of a volume.
     *
     * @param name its name
     * @throws EngineException if there is no such volume
     */
    public Inspection inspect(String name) {
        tell(new CommandLine("docker", "volume", "inspect", name));
        return api.find(Query.of("/volumes/{}", name)).map(Inspection::new).orElseThrow(() -> unknown(name));
    }

    /**
     * {@code docker volume rm}: removes volumes with their files.
     *
     * @param names their names
     * @return the names, as they were given
     * @throws EngineException if a volume does not exist or is in use (by which containers is said); the other volumes
     *     are removed all the same
     */
    public List<String> rm(String... names) {
        return rm(false, names);
    }

    /**
     * {@code docker volume rm --force}: removes volumes with their files; a volume that does not exist is no error.
     *
     * @param force the constant {@code FORCE}
     * @param names their names
     * @return the names, as they were given
     * @throws EngineException if a volume is in use (by which containers is said); the other volumes are removed all
     *     the same
     */
    public List<String> rm(Force force, String... names) {
        return rm(true, names);
    }

    private List<String> rm(boolean force, String... names) {
        tell(new CommandLine("docker", "volume", "rm").flag("--force", force).words(names));
        return Lookup.each(names, name -> {
            try {
                api.delete(Query.of("/volumes/{}", name).with("force", force));
            } catch (ApiFailure e) {
                throw failure(e, name);
            }
        });
    }

    /**
     * {@code docker volume prune}, limited to what this session made: removes its volumes that no container uses.
     *
     * @param filters further conditions, {@code label=…} or {@code label!=…}; all must hold
     * @return the names of those that were removed
     * @throws EngineException if a filter is not valid
     */
    public List<String> prune(String... filters) {
        List<String> all = new ArrayList<>(List.of(filters));
        all.add(0, "label=" + Owner.SESSION + "=" + session.owner().session());
        tell(new CommandLine("docker", "volume", "prune", "--force").options("--filter", all));
        session.notices().note(EngineSentences.SENTENCES.say("prune.own.volumes"));
        if (api.versions().atLeast("1.42")) {
            all.add("all=true");
        }
        return OwnPrune.of(
                api,
                Belongings.Kind.VOLUME,
                api.get(Query.of("/volumes")).path("Volumes"),
                "/volumes/prune",
                all,
                "VolumesDeleted");
    }

    private List<Volume> list(List<String> filters) {
        List<Volume> all = new ArrayList<>();
        api.get(Query.of("/volumes").filters(filters)).path("Volumes").forEach(v -> all.add(Volume.of(v)));
        all.sort(Comparator.comparing(Volume::name));
        return all;
    }

    private EngineException failure(ApiFailure e, String name) {
        if (e.status() == 404) {
            return unknown(name);
        }
        if (e.says("volume is in use")) {
            List<String> users = new ArrayList<>();
            api.get(Query.of("/containers/json").with("all", true).filter("volume", name))
                    .forEach(c -> users.add(Mapper.container(c).name()));
            return EngineSentences.sentence("volume.busy", name, ExistingNames.list(users));
        }
        return e;
    }

    private EngineException unknown(String name) {
        List<String> names = list(List.of()).stream().map(Volume::name).toList();
        return EngineSentences.sentence(
                "volume.unknown",
                name,
                names.isEmpty() ? "–" : ExistingNames.list(names),
                ExistingNames.suggestion(name, names));
    }

    private void tell(CommandLine line) {
        session.notices().command(line.toString());
    }
}
