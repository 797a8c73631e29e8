package dev.doorstep.supportdesk;

/** An earlier reply or case of the same customer. */
public record EarlierLine(String path, Moment at, String order, String what) {}
