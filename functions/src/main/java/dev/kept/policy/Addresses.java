package dev.kept.policy;

import java.util.Map;

/** From where mails are sent, and to whom in the organisation: team (such as {@code privacy} or {@code dpo}) to address. */
public record Addresses(String sender, String senderName, Map<String, String> staff) {}
