package org.shiftscope.server.notice;

import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import org.shiftscope.server.config.MailConfig;
import org.shiftscope.storage.Delivery;
import org.shiftscope.storage.Recipient;
import tools.jackson.databind.JsonNode;

/**
 * Writes a letter of a notice and gives it to the SMTP server.
 *
 * @param config that server; empty where there is none
 */
record SendMail(Optional<MailConfig> config) {

  private static final String MILLIS = "15000";

  /**
   * Sends it.
   *
   * @param notice the body of the delivery, with the address of the experiment's page
   * @return what was answered
   */
  String send(Delivery delivery, JsonNode notice) throws NotDelivered {
    MailConfig to =
        config.orElseThrow(
            () ->
                new NotDelivered(
                    "No SMTP server is known: whoever runs the server sets mail-host.", true));
    try {
      var message = new MimeMessage(session(to));
      message.setFrom(new InternetAddress(to.from(), true));
      message.setRecipient(
          Message.RecipientType.TO,
          new InternetAddress(delivery.address().substring(Recipient.MAILTO.length()), true));
      message.setSubject(subject(notice), StandardCharsets.UTF_8.name());
      message.setText(text(notice), StandardCharsets.UTF_8.name());
      message.setSentDate(Date.from(delivery.made()));
      message.setHeader("Auto-Submitted", "auto-generated");
      message.setHeader("Message-ID", "<" + delivery.id() + "@" + domain(to.from()) + ">");
      message.saveChanges();
      // After saveChanges, which would choose another at each try.
      message.setHeader("Message-ID", "<" + delivery.id() + "@" + domain(to.from()) + ">");
      Transport.send(message, message.getAllRecipients());
      return "Taken by " + to.host();
    } catch (MessagingException refused) {
      throw new NotDelivered(to.host() + ": " + why(refused), false);
    }
  }

  private static String why(MessagingException refused) {
    Exception next = refused.getNextException();
    String more = next == null || next.getMessage() == null ? "" : " " + next.getMessage();
    return (refused.getMessage() + more).replaceAll("\\s+", " ").strip();
  }

  private static String domain(String address) {
    return address.substring(address.indexOf('@') + 1);
  }

  private static Session session(MailConfig to) {
    var properties = new Properties();
    boolean tls = to.security() == MailConfig.Security.TLS;
    boolean starttls = to.security() == MailConfig.Security.STARTTLS;
    properties.put("mail.transport.protocol", "smtp");
    properties.put("mail.smtp.host", to.host());
    properties.put("mail.smtp.port", Integer.toString(to.port()));
    properties.put("mail.smtp.ssl.enable", Boolean.toString(tls));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    properties.put("mail.smtp.starttls.enable", Boolean.toString(starttls));
    properties.put("mail.smtp.starttls.required", Boolean.toString(starttls));
    properties.put("mail.smtp.auth", Boolean.toString(to.user().isPresent()));
    properties.put("mail.smtp.connectiontimeout", MILLIS);
    properties.put("mail.smtp.timeout", MILLIS);
    properties.put("mail.smtp.writetimeout", MILLIS);
    return Session.getInstance(
        properties,
        new Authenticator() {
          @Override
          protected PasswordAuthentication getPasswordAuthentication() {
            return new PasswordAuthentication(to.user().orElse(""), to.password().orElse(""));
          }
        });
  }

  /** One line, whatever the title holds: titles have no control characters. */
  private static String subject(JsonNode notice) {
    JsonNode data = notice.path("data");
    String title = data.path("title").asString("");
    return title.isEmpty()
        ? "Shiftscope: a test"
        : "Shiftscope: " + title + " " + data.path("state").asString("");
  }

  private static String text(JsonNode notice) {
    JsonNode data = notice.path("data");
    var text = new StringBuilder();
    String title = data.path("title").asString("");
    if (!title.isEmpty()) {
      text.append(title).append("\n\n");
    }
    text.append(data.path("message").asString("")).append('\n');
    String url = data.path("url").asString("");
    if (!url.isEmpty()) {
      text.append('\n').append(url).append('\n');
    }
    return text.toString();
  }
}
