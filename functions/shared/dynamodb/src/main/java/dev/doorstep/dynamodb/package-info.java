/** Items, clients and streams of DynamoDB. */
@NullMarked
package dev.doorstep.dynamodb;

import org.jspecify.annotations.NullMarked;
