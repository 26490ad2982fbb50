package dev.kept.mail;

import dev.kept.policy.Ground;
import dev.kept.policy.Policy;
import java.time.Instant;
import java.time.LocalDate;

/** Every mail that Kept writes about a request: to the person, and to staff. */
public final class Letters {
    private final Policy policy;
    private final Mailer mailer;
    private final String baseUrl;

    public Letters(Policy policy, Mailer mailer, String baseUrl) {
        this.policy = policy;
        this.mailer = mailer;
        this.baseUrl = baseUrl;
    }

    /** What a letter is about: the request's reference, kind, language and dates. */
    public record About(String requestId, String kind, String language, Instant received, LocalDate answerBy) {}

    public void confirm(String address, About about, String token, boolean reminder) {
        send(address, about, "Confirm your request", link(about, "confirmation", token));
    }

    public void lapsed(String address, About about) {
        send(address, about, "Your request has lapsed", "");
    }

    public void working(String address, About about) {
        send(address, about, "We are working on your request", "");
    }

    public void extended(String address, About about, Ground ground, LocalDate until) {
        send(address, about, "More time for your request", until.toString());
    }

    public void askIdentity(String address, About about, String question, String token) {
        send(address, about, "A question about your request", question + link(about, "identity", token));
    }

    public void refused(String address, About about, Ground ground, String note) {
        send(address, about, "Your request is refused", ground.text().in(about.language()) + note);
    }

    public void ready(String address, About about, String token, LocalDate until) {
        send(address, about, "Your answer is ready", baseUrl + "/answers/" + about.requestId() + "?token=" + token);
    }

    public void missed(String address, About about) {
        send(address, about, "We are late", "");
    }

    public void failed(String address, About about) {
        send(address, about, "Something went wrong with your request", "");
    }

    public void taskWaiting(About about, String taskId) {
        staff("privacy", about, "A request waits for a decision");
    }

    public void taskReminder(About about, String taskId, String occasion, boolean escalate) {
        staff(escalate ? "dpo" : "privacy", about, "Reminder: " + occasion);
    }

    public void staffFailure(About about, String error) {
        staff("dpo", about, "A request has failed: " + error);
    }

    private void staff(String role, About about, String subject) {
        var address = policy.addresses().staff().get(role);
        if (address != null) {
            mailer.send(address, subject, baseUrl + "/staff/requests/" + about.requestId());
        }
    }

    private void send(String address, About about, String subject, String text) {
        mailer.send(address, subject, text + "\n" + about.requestId());
    }

    private String link(About about, String what, String token) {
        return baseUrl + "/requests/" + about.requestId() + "/" + what + "?token=" + token;
    }
}
