package dev.kept.hold;

import dev.kept.Wiring;
import dev.kept.http.Call;
import dev.kept.http.Input;
import dev.kept.http.Reply;
import dev.kept.page.Site;
import dev.kept.person.TypedIdentifier;
import dev.kept.policy.Policy;
import dev.kept.staff.ConsoleFunction;
import dev.kept.staff.StaffMember;
import dev.kept.staff.StaffRole;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** POST /staff/holds: staff place a legal hold. */
public final class PlaceHoldHandler implements ConsoleFunction {
    private static final Set<StaffRole> ALLOWED = EnumSet.of(StaffRole.APPROVER, StaffRole.DPO);
    private static final int LONGEST = 300;
    /** A hold that nobody looks at for longer is no hold but forgetting. */
    private static final Period LATEST_REVIEW = Period.ofYears(2);

    private final Supplier<Site> site;
    private final Policy policy;
    private final PlaceHold place;
    private final Clock clock;

    /** What Lambda calls. */
    public PlaceHoldHandler() {
        this(Wiring.fromEnvironment());
    }

    public PlaceHoldHandler(Wiring wiring) {
        site = wiring::site;
        policy = wiring.policy();
        place = wiring.placeHold();
        clock = wiring.clock();
    }

    @Override
    public Site site() {
        return site.get();
    }

    @Override
    public Reply answer(Call call) {
        var who = StaffMember.of(call, ALLOWED);
        var holdId = place.place(read(Input.of(call)), who.subject());
        return call.wantsPage() ? Reply.seeOther("/staff/holds") : Reply.created(Map.of("holdId", holdId));
    }

    private PlaceHold.Order read(Input input) {
        var identifier = TypedIdentifier.read(input, "identifier", policy);
        var categories = input.words("categories", policy.categories().keySet());
        var reason = input.text("reason", LONGEST);
        var authority = input.text("authority", LONGEST);
        var reviewBy = day(input.text("reviewBy", 10));
        if (reviewBy.isEmpty()) {
            input.refuse("reviewBy");
        }
        input.done();
        return new PlaceHold.Order(identifier.orElseThrow(), categories, reason, authority, reviewBy.orElseThrow());
    }

    /** A day to come, and not too far. */
    private Optional<LocalDate> day(String text) {
        try {
            var today = LocalDate.ofInstant(clock.instant(), policy.zone());
            return Optional.of(LocalDate.parse(text))
                    .filter(day -> day.isAfter(today) && !day.isAfter(today.plus(LATEST_REVIEW)));
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }
}
