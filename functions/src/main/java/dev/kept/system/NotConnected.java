package dev.kept.system;

import java.util.Map;

/** A system that the policy declares and this stack was not told the address of: whatever it is asked, that is said. */
final class NotConnected implements ConnectedSystem {
    private final String id;
    private final String setting;

    NotConnected(String id, String setting) {
        this.id = id;
        this.setting = setting;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Map<String, Integer> count(Subject subject) {
        throw new SystemNotConnected(id, setting);
    }

    @Override
    public void gather(Subject subject, Collector collector) {
        throw new SystemNotConnected(id, setting);
    }

    @Override
    public void look(Subject subject, Sightings seen) {
        throw new SystemNotConnected(id, setting);
    }

    @Override
    public Erased erase(Subject subject, Selection going, int atMost) {
        throw new SystemNotConnected(id, setting);
    }

    @Override
    public Corrected correct(Subject subject, Map<String, String> fields, int atMost) {
        throw new SystemNotConnected(id, setting);
    }
}
