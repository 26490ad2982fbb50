package dev.kept.page;

/**
 * A rule of the policy that is not the one in use, and how many records it would move.
 *
 * @param inUse the rule in use, in words; empty where there is none
 * @param wanted the rule of the policy, in words
 */
public record RuleRow(String category, String title, String inUse, String wanted, int sooner, int later, int atOnce) {
    /** What somebody approves. */
    public int count() {
        return sooner + later + atOnce;
    }
}
