package dev.doorstep.supportdesk;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.doorstep.followups.FollowUps;
import dev.doorstep.lambda.Json;
import dev.doorstep.lambda.JsonObject;
import dev.doorstep.lambda.Rejected;
import dev.doorstep.surveys.SurveyId;

import java.util.Base64;
import java.util.Map;

/** Where a list goes on, as callers hand it back; only the desk reads it. */
final class DeskCursor {
    private static final String PLACE = "place";
    private static final String ID = "id";

    private DeskCursor() {}

    static String encode(FollowUps.Cursor cursor) {
        String json = Json.write(Map.of(PLACE, cursor.place(), ID, cursor.id().toString()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
    }

    /**
     * @throws Rejected if it is none of ours
     */
    static FollowUps.Cursor decode(String encoded) {
        try {
            JsonObject json = Json.parseObject(Base64.getUrlDecoder().decode(encoded));
            return new FollowUps.Cursor(json.string(PLACE), SurveyId.parse(json.string(ID)));
        } catch (Rejected | IllegalArgumentException _) {
            throw new Rejected("/cursor", "is not one that the list gave");
        }
    }
}
