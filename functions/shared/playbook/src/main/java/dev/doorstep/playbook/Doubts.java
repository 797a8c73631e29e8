package dev.doorstep.playbook;

import java.util.ArrayList;
import java.util.List;

/** What has its form and yet makes no sense. It is told only once all else has its form. */
final class Doubts {
    private final List<WrongPlaybook> raised = new ArrayList<>();

    void raise(WrongPlaybook doubt) {
        raised.add(doubt);
    }

    /**
     * @throws WrongPlaybook the first doubt, if there is one
     */
    void tellFirst() {
        if (!raised.isEmpty()) {
            throw raised.getFirst();
        }
    }
}
