# من هو حاضر، وما يظهره الطلب بنظرة واحدة.

presence-reads = اللغات التي أقرؤها
presence-reads-text = تأتي الطلبات بهذه اللغات أولا.
presence-typing = تجري كتابة رد: { $names }.
presence-looking = يطّلع أيضا على هذا الطلب: { $names }.
presence-answered-from = مصدر الرد
presence-others = طلبات أخرى لهذا الزائر
wait-not-read = لا يقرأ أي من زملائنا هذه اللغة حاليا، وقد يأتي الرد بلغة أخرى: { $language }.
