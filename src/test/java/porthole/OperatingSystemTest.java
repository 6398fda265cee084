package porthole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class OperatingSystemTest {
    private static final String DEBIAN =
            "PRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\nNAME=\"Debian GNU/Linux\"\nID=debian\n";
    private static final String FEDORA =
            "NAME=\"Fedora Linux\"\nID=fedora\nPRETTY_NAME=\"Fedora Linux 42 (Server Edition)\"\n";
    private static final String ROCKY =
            "NAME=\"Rocky Linux\"\nID=\"rocky\"\nID_LIKE=\"rhel centos fedora\"\nPRETTY_NAME=\"Rocky Linux 9.5\"\n";

    @Test
    void debianLacksNothing() {
        OperatingSystem debian = new OperatingSystem("Linux", DEBIAN, true);
        assertEquals(Finding.good("system", "Debian GNU/Linux 12 (bookworm)"), debian.finding());
        assertEquals("./porthole start installs it", debian.installedBy("./porthole start"));
    }

    @Test
    void fedoraIsToldItsOwnPackages() {
        for (String release : new String[] {FEDORA, ROCKY}) {
            OperatingSystem fedora = new OperatingSystem("Linux", release, false);
            Finding finding = fedora.finding();
            assertTrue(finding.state().contains("without apt-get"), finding.state());
            assertTrue(finding.advice().startsWith("sudo dnf install "), finding.advice());
            assertFalse(finding.needed());
            assertEquals("install it (see System)", fedora.installedBy("./porthole start"));
        }
    }

    @Test
    void anUnknownLinuxIsToldWhatIsNeeded() {
        Finding finding = new OperatingSystem("Linux", "", false).finding();
        assertTrue(finding.state().startsWith("Linux, without apt-get"), finding.state());
        assertTrue(finding.advice().contains("JDK 17"), finding.advice());
    }

    @Test
    void windowsIsToldWhatDoesNotWorkThere() {
        Finding finding = new OperatingSystem("Windows 11", "", false).finding();
        assertTrue(finding.state().contains("needs bash"), finding.state());
        assertTrue(finding.advice().contains("WSL 2"), finding.advice());
    }

    @Test
    void macOsIsToldThatTheEngineIsElsewhere() {
        Finding finding = new OperatingSystem("Mac OS X", "", false).finding();
        assertTrue(finding.state().contains("virtual machine"), finding.state());
        assertTrue(finding.advice().contains("Docker Desktop"), finding.advice());
    }
}
