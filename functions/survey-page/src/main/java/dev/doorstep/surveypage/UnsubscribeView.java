package dev.doorstep.surveypage;

import dev.doorstep.texts.Texts;

/** The page that ends all questions, before and after its button was pressed. */
public record UnsubscribeView(
        Texts texts, String shop, Languages languages, String path, boolean isDone) {}
