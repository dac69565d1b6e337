package org.consentledger.core.eventstore;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** Hands a command's attachment to the unit of work, where the append finds it. */
final class AttachmentInterceptor implements MessageHandlerInterceptor<CommandMessage<?>> {

  @Override
  public @Nullable Object handle(
      UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain) throws Exception {
    Object attachment = work.getMessage().getMetaData().get(LedgerEventStorageEngine.ATTACHMENT);
    if (attachment != null) {
      work.resources().put(LedgerEventStorageEngine.ATTACHMENT, attachment);
    }
    return chain.proceed();
  }
}
