# سجل المراجعة.

audit-title = سجل المراجعة
audit-at = الوقت
audit-actor = مَن
audit-action = الإجراء (أو بدايته)
audit-subject = الموضوع
audit-before = قبل
audit-after = بعد
audit-search = بحث
audit-export = تصدير الكل بصيغة CSV
audit-older = إدخالات أقدم
audit-none = لا توجد إدخالات كهذه في هذه الفترة.
