package porthole.jupyter.java.maven;

import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.TransferCancelledException;
import org.eclipse.aether.transfer.TransferEvent;

/** Downloads as the resolver tells of them; ends them when nobody wants them any more. */
final class Transfers extends AbstractTransferListener {
    private final DownloadProgress progress;

    Transfers(DownloadProgress progress) {
        this.progress = progress;
    }

    @Override
    public void transferInitiated(TransferEvent event) throws TransferCancelledException {
        goOn();
    }

    @Override
    public void transferStarted(TransferEvent event) throws TransferCancelledException {
        transferProgressed(event);
    }

    @Override
    public void transferProgressed(TransferEvent event) throws TransferCancelledException {
        goOn();
        String name = event.getResource().getResourceName();
        if (name.endsWith(".jar")) {
            progress.downloading(
                    name.substring(name.lastIndexOf('/') + 1),
                    event.getTransferredBytes(),
                    event.getResource().getContentLength());
        }
    }

    private void goOn() throws TransferCancelledException {
        if (progress.isCancelled()) {
            throw new TransferCancelledException("The cell was interrupted");
        }
    }
}
