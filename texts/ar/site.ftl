### الموقع التجريبي: صفحة لبرنامج متطوعين وفي زاويتها المحادثة. لا تُذكر فيه أي منظمة بالاسم.

site-title = هل لديك أسئلة عن التطوع؟
site-skip = الانتقال إلى المحتوى
site-languages = اللغات

site-demonstration = هذا موقع تجريبي.
site-demonstration-text = المهام والأشخاص وطلبات الترشح فيه غير حقيقية. وهو ليس خدمة تابعة لأي منظمة مذكورة فيه. لا يمكن التقديم من هنا، ويرجى عدم إدخال أي بيانات شخصية.

site-lead = اسأل بكلماتك وبلغتك، فيصلك الجواب فورا مع مصدره. وإذا لم يعرف المساعد الجواب، تولى أحد الموظفين الرد في المحادثة نفسها.
site-how = افتح المحادثة بالزر المستدير في زاوية هذه الصفحة.

site-topics = عمّ يمكنك أن تسأل
site-assignments = المهام التطوعية
site-assignments-text = ابحث عن فرصة للتطوع حسب البلد أو المهنة أو اللغة أو طريقة العمل.
site-assignments-question-1 = هل توجد فرص للممرضين في كينيا؟
site-assignments-question-2 = ماذا يمكنني أن أفعل عبر الإنترنت من البيت؟
site-conditions = الشروط
site-conditions-text = ما يتطلبه منك كل نوع من أنواع التطوع، وما يقدمه لك.
site-conditions-question-1 = كم يجب أن يكون عمري؟
site-conditions-question-2 = ما التكاليف التي تتم تغطيتها؟
site-application = التقديم
site-application-text = كيف تقدم طلبك، وماذا يحدث بعد ذلك، وكم يستغرق.
site-application-question-1 = كيف أقدم طلبا؟
site-application-question-2 = متى يصلني الرد؟
site-figures = حقائق وأرقام
site-figures-text = ما تحقق، مع الرقم والفقرة التي ورد فيها.
site-figures-question-1 = كم عدد المتطوعين الذين خدموا في عام 2019؟
site-figures-question-2 = كم منهم من النساء؟
site-partners = استضافة المتطوعين
site-partners-text = للمنظمات التي ترغب في أن يعمل معها متطوعون.
site-partners-question-1 = كيف يمكن لمنظمتي استضافة متطوع؟
site-partners-question-2 = كم تبلغ التكلفة؟
site-person = موظف
site-person-text = بعض الأسئلة تحتاج إلى أحد الزملاء. يظهر لك ترتيبك في قائمة الانتظار، ويمكنك مواصلة السؤال في هذه الأثناء.
site-person-question-1 = أريد التحدث إلى موظف
site-person-question-2 = أريد الإبلاغ عن مشكلة

site-honest = ماذا تتوقع منا
site-honest-sources = يذكر كل جواب مصدره وتاريخ معلوماته.
site-honest-unknown = ما لا نعرفه نقول إننا لا نعرفه. ولا نختلق شيئا.
site-honest-languages = يمكنك تغيير اللغة في أثناء المحادثة.
site-honest-data = يمكنك تنزيل محادثتك أو حذفها متى شئت.

site-footer = مكتب خدمة مفتوح المصدر للمنظمات التي توفد المتطوعين.
help-title = إجابات عن الأسئلة الشائعة
help-lead = كل إجابة معتمدة ويُذكر مصدرها. ويجد لك المساعد في أسفل الصفحة الإجابة التي تحتاج إليها.
help-sources = المصادر

## Facts and figures: the page of statistics, and charts

statistics-title = حقائق وأرقام
statistics-lead = يذكر كل رقم مصدره والفقرة التي ورد فيها. ويمكن تنزيل جميع الجداول.
statistics-none = لا توجد أرقام هنا بعد. يجيب المساعد في زاوية الصفحة عن أسئلتك الأخرى.
statistics-contents = في هذه الصفحة
statistics-indicators = إطار النتائج
statistics-group-people = المتطوعون
statistics-group-service = الخدمة والمهام
statistics-group-partners = الشركاء والتمويل
statistics-group-money = الشؤون المالية
statistics-group-results = النتائج
statistics-group-operations = سير عمل البرنامج
statistics-group-other = أرقام أخرى
statistics-year = السنة
statistics-members = النطاق
statistics-value = الرقم
statistics-paragraph = الفقرة
statistics-source = المصدر
statistics-total = المجموع
statistics-share = النسبة من المجموع
# $base: the year that is compared with
statistics-change = التغير منذ عام { $base }
statistics-change-alone = التغير
# $shown and $total: how many figures, with the separators of the language
statistics-first = المعروض هنا { $shown } من أصل { $total }، الأحدث أولا. ويتضمن ملف التنزيل الأرقام كلها.
# $format: CSV or JSON; $name: what the table is about
statistics-download = تنزيل بصيغة { $format }: { $name }
# $metric: what is counted; $details: of whom, in which year
chart-title = { $metric }، { $details }
# What the bars of a chart are, by dimension
chart-by-host = حسب الكيان المضيف
chart-by-country = حسب بلد الخدمة
chart-by-region = حسب المنطقة
chart-by-nationality = حسب الجنسية
chart-by-donor = حسب الشريك الممول
chart-by-gender = حسب الجنس
chart-by-age = حسب الفئة العمرية
chart-by-modality = حسب الفئة
chart-by-sdg = حسب هدف التنمية المستدامة
chart-by-origin = حسب المنشأ
chart-by-disability = حسب حالة الإعاقة
