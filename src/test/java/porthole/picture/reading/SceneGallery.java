package porthole.picture.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Eight generated scenes as pictures, each with ten questions for somebody who has never seen one, and the answers of the
 * model in another folder: {@code SceneGallery PICTURES ANSWERS [SEED]}. The same seed gives the same scenes; another one
 * gives fresh ones for readers who have seen the first.
 */
public final class SceneGallery {
    private SceneGallery() {}

    public static void main(String[] arguments) throws IOException {
        Path pictures = Files.createDirectories(Path.of(arguments[0]));
        Path answers = Files.createDirectories(Path.of(arguments[1]));
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
        List<ReadingScene> scenes = new ArrayList<>();
        scenes.add(SmallScenes.one(seed));
        scenes.add(SmallScenes.ports(seed));
        scenes.add(SmallScenes.ladder(seed));
        scenes.add(ModesScene.of(seed));
        scenes.add(LargeScenes.thirty(seed));
        scenes.add(LargeScenes.sixty(seed));
        scenes.add(LargeScenes.twoHundred(seed));
        scenes.add(HostsScene.of(seed));
        for (int i = 0; i < scenes.size(); i++) {
            scenes.get(i).write(i + 1, pictures, answers);
        }
        Files.writeString(pictures.resolve("ready"), "");
    }
}
