package dev.doorstep.supportdesk;

import dev.doorstep.followups.FollowUp;
import dev.doorstep.surveys.Customer;

import java.util.List;
import java.util.Optional;

/** How a customer is reached, and what they had ordered. */
public record ContactView(
        Optional<String> address,
        Optional<String> phone,
        Optional<String> wish,
        String languageName,
        Moment now,
        String zone,
        List<String> items) {

    static ContactView of(FollowUp followUp, Frame frame) {
        Customer customer = followUp.customer().customer();
        return new ContactView(
                customer.address(),
                customer.phone(),
                followUp.reply().contactWish().map(wish -> frame.text("wish." + wish.id())),
                SaidView.languageName(customer.locale(), frame),
                Moment.of(frame.now(), customer.zone(), frame.texts()),
                customer.zone().getId(),
                followUp.customer().items());
    }

    /** For a link: nothing in the address can add to it. */
    public String mailto() {
        return "mailto:" + DeskPaths.encoded(address.orElse("")).replace("%40", "@");
    }

    public String tel() {
        return "tel:" + phone.orElse("").replaceAll("[^0-9+]", "");
    }
}
