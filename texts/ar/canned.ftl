# ردود جاهزة للموظفين: يُرسل canned-NAME بلغة الزائر، ويسميه canned-NAME-title في لوحة الموظفين.

canned-greeting-title = تحية
canned-greeting = مرحبا، اسمي { $name }. قرأت سؤالك وأعمل عليه الآن.
canned-details-title = طلب تفاصيل
canned-details = هل لك أن تخبرني بالمزيد كي أتمكن من مساعدتك: ماذا حدث بالضبط، ومتى؟
canned-checking-title = يلزم وقت
canned-checking = عليّ أن أستشير أحد الزملاء في هذا الأمر. سيظهر الرد هنا، ورقم طلبك { $case }.
canned-solved-title = هل من شيء آخر؟
canned-solved = آمل أن يكون في هذا جواب عن سؤالك. هل أستطيع مساعدتك في شيء آخر؟
canned-closing-title = وداع
canned-closing = بما أنه لم يصلني منك جديد، أغلق الطلب { $case }. يمكنك الكتابة هنا من جديد متى شئت.
