package porthole.jupyter;

import org.junit.jupiter.api.Tag;

/** The same with the client of JupyterLab 4 and the JDK between those that the other tests run on. */
@Tag("lab")
@Tag("apart")
class KernelTestSuiteOnJdk21IT extends KernelTestSuiteIT {
    @Override
    Client client() {
        return Client.NEWER;
    }
}
