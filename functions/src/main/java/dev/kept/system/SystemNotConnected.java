package dev.kept.system;

/**
 * The policy declares a system that this stack was never told the address of. Asking again does not help: the workflow
 * names it in the answer as open at once.
 */
public final class SystemNotConnected extends SystemUnavailable {
    private static final long serialVersionUID = 1;

    /**
     * @param setting the name of the setting that is empty, or holds no address
     */
    public SystemNotConnected(String system, String setting) {
        super(system, "the setting " + setting + " does not say where it is");
    }
}
