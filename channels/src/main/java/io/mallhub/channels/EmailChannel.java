package io.mallhub.channels;

import io.mallhub.notification.Channel;
import io.mallhub.notification.Delivery;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.mail.MailParseException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Plain text by SMTP. */
@Component
@ConditionalOnProperty("mallhub.notifications.email.from")
class EmailChannel implements Channel {
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s@,;<>\"]+@[^\\s@,;<>\"]+\\.[\\w-]+");

    private final JavaMailSender mail;
    private final ChannelSettings settings;
    private final String from;

    EmailChannel(JavaMailSender mail, ChannelSettings settings) {
        this.mail = mail;
        this.settings = settings;
        this.from = Objects.requireNonNull(settings.email()).from();
    }

    @Override
    public String name() {
        return "email";
    }

    @Override
    public boolean accepts(String address) {
        return ADDRESS.matcher(address).matches();
    }

    @Override
    public void deliver(Delivery delivery) throws Refused {
        SimpleMailMessage message = new SimpleMailMessage();
        message.setFrom(from);
        message.setTo(delivery.address());
        message.setSubject(oneLine(delivery.title()));
        message.setText((delivery.text() + "\n\n" + settings.link(delivery.link())).strip());
        try {
            mail.send(message);
        } catch (MailParseException e) {
            throw new Refused(e.toString());
        }
    }

    /** A name with a line break in it must not begin another header. */
    private static String oneLine(String title) {
        return title.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
